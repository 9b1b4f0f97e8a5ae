package org.keyway.benchmark;

/** One way to get a part's values into a machine, bound to one machine. */
@FunctionalInterface
interface Delivering {
    /**
     * Delivers the values of a product for the part of a serial number.
     *
     * @throws Exception when the machine did not take them: then there is nothing to measure
     */
    void deliver(int product, String serial) throws Exception;
}
