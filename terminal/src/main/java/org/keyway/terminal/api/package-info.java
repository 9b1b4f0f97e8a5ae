/**
 * Version 1 of the HTTP API: scans, jobs, identification, matching, the workshop. Here lies the shape of our JSON; the
 * command line prints the same records. Requests come in, records go out as JSON; how a job is done isn't known here.
 */
@NullMarked
package org.keyway.terminal.api;

import org.jspecify.annotations.NullMarked;
