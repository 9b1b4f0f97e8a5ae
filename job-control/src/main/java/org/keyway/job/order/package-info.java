/**
 * Job orders from a manufacturing execution system, as OPC 10031-4 has them: an order is stored and started by the system,
 * and taken by the scan of a part of its product on its machine. What is written to a machine comes from released parameter
 * sets alone: an order that says otherwise is refused. Knows nothing of OPC UA; where orders are kept is behind
 * {@link JobOrders}.
 */
@NullMarked
package org.keyway.job.order;

import org.jspecify.annotations.NullMarked;
