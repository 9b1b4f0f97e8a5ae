/**
 * Probes for whoever runs the server: alive, ready, and figures about jobs as Prometheus text. Parts of the application
 * add a {@link org.keyway.job.HealthCheck} each.
 */
@NullMarked
package org.keyway.terminal.health;

import org.jspecify.annotations.NullMarked;
