/**
 * The port to machines. Job control says what to do, in steps whose order it alone decides; a link knows how one kind of
 * device is spoken to. Plain Java values cross it, no protocol's types. Links are made by the
 * {@link org.keyway.job.link.MachineLinkFactory} of the profile's delivery method.
 */
@NullMarked
package org.keyway.job.link;

import org.jspecify.annotations.NullMarked;
