package org.keyway.job.order;

import org.keyway.job.Problem;

/** What the orders of a machine say to the scan of a part. */
public sealed interface OrderVerdict {
    /** The scan takes this order. */
    record Takes(String order) implements OrderVerdict {}

    /** No order waits for the part, and none need be. */
    record WithoutOrder() implements OrderVerdict {}

    record Refused(Problem problem) implements OrderVerdict {}
}
