/**
 * Versions of parameter sets on trial, ended by the results of the jobs that were made with them: promoted when all parts are
 * good, withdrawn at the first that is not. Jobs come in as news, off the way of a delivery; changes go out to the life of
 * sets. Nothing here knows of machines but what their jobs say.
 */
@NullMarked
package org.keyway.job.trial;

import org.jspecify.annotations.NullMarked;
