/**
 * Job management of each machine (OPC 40001-3 on OPC 10031-4 2.00): the orders of a manufacturing execution system come in by
 * methods and are shown with their states and responses. Orders themselves are {@code org.keyway.job.order}'s; here they get
 * the form of the standard.
 */
@NullMarked
package org.keyway.opcua.joborder;

import org.jspecify.annotations.NullMarked;
