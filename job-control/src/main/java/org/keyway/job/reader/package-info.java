/**
 * Readers that bring scans by themselves: what is known of each, for pages and figures. How a kind of reader is spoken to is
 * its implementor's business; what it reads comes through {@link org.keyway.job.JobControl} as any scan does.
 */
@NullMarked
package org.keyway.job.reader;

import org.jspecify.annotations.NullMarked;
