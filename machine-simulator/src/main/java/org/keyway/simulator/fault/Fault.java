package org.keyway.simulator.fault;

/**
 * One fault, armed.
 *
 * @param node the part of the node's id that must match, such as {@code Stage/SpindleSpeed}; empty for any
 * @param operation at which it can strike
 * @param afterCalls how many matching calls go well before it strikes
 * @param times how often it strikes; {@link #FOREVER} without end
 * @param argument what the kind says; 0 for the kind's usual one
 */
public record Fault(Kind kind, String node, Operation operation, int afterCalls, int times, double argument) {
    /** Strikes until it is cleared. */
    public static final int FOREVER = Integer.MAX_VALUE;

    /** What goes wrong. */
    public enum Kind {
        /** The node answers with a bad status; the other nodes of the call are served. */
        REJECT_NODE,
        /** Numbers above the argument (usually nine tenths of what was written) are cut to it; the answer is Good. */
        CLAMP_ANSWER_GOOD,
        /** The write has no effect; the answer is Good. */
        IGNORE_ANSWER_GOOD,
        /** Doubles lose what a Float can't hold; the answer is Good. */
        ROUND_TO_FLOAT,
        /** The answer comes after so many milliseconds (usually 2000). */
        SLOW,
        /** Every connection is cut; with argument 1 after the call has had its effect, otherwise before. */
        DROP_CONNECTION,
        /** The node is of another type. */
        WRONG_TYPE,
        /** The node can't be written. */
        READ_ONLY,
        /** Something else is in the node so many milliseconds (usually 500) after it was written. */
        OVERWRITE_LATER,
        /** Timestamps are so many milliseconds ahead (usually one hour). */
        CLOCK_SKEW,
        /** The server starts anew, with other namespace indexes, before the call has its effect. */
        RESTART_SHIFTED,
        /** The machine takes no job. */
        NEVER_ACCEPT
    }

    /** What a client does. */
    public enum Operation {
        READ,
        WRITE,
        ANY
    }

    /** A fault that strikes at once and for good. */
    public static Fault of(Kind kind, String node) {
        return new Fault(kind, node, Operation.ANY, 0, FOREVER, 0);
    }

    /** The same at one operation only. */
    public Fault at(Operation only) {
        return new Fault(kind, node, only, afterCalls, times, argument);
    }

    /** The same, sparing the first calls. */
    public Fault after(int calls) {
        return new Fault(kind, node, operation, calls, times, argument);
    }

    /** The same, striking so often. */
    public Fault times(int strikes) {
        return new Fault(kind, node, operation, afterCalls, strikes, argument);
    }

    /** The same with an argument. */
    public Fault with(double value) {
        return new Fault(kind, node, operation, afterCalls, times, value);
    }

    /** The argument, or the kind's usual one. */
    public double argumentOr(double usual) {
        return argument == 0 ? usual : argument;
    }

    boolean concerns(String path, Operation happening) {
        return (operation == Operation.ANY || operation == happening) && (node.isEmpty() || path.equals(node));
    }
}
