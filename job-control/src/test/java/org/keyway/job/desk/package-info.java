/** Tests of the desk where scans are taken on, with a machine in memory. */
@NullMarked
package org.keyway.job.desk;

import org.jspecify.annotations.NullMarked;
