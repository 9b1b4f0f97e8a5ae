/**
 * One scan carried to one machine, safely. {@link org.keyway.job.JobControl} takes a scan, has it identified and matched,
 * keeps the journal, and drives the delivery over a {@link org.keyway.job.link.MachineLink}; jobs go out, to whoever
 * listens. Nothing here knows of OPC UA, of HTTP, or of how a label is read.
 */
@NullMarked
package org.keyway.job;

import org.jspecify.annotations.NullMarked;
