/**
 * The journal and the index of jobs in the database: appended to, never changed, each entry chained to the one before by
 * its hash. All SQL of job control stands here.
 */
@NullMarked
package org.keyway.job.store;

import org.jspecify.annotations.NullMarked;
