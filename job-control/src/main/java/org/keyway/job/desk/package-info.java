/**
 * Where scans are taken on: repeated ones are recognised, new ones are identified and matched and become jobs on record,
 * and those that can be carried out are handed to their machine. Decides everything that can be decided without asking
 * the machine.
 */
@NullMarked
package org.keyway.job.desk;

import org.jspecify.annotations.NullMarked;
