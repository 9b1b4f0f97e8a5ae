package org.keyway.opcua.model;

/**
 * A field of a data type's definition.
 *
 * @param shape of a structure's field; of no meaning in an enumeration
 * @param optional whether a structure's field may be absent
 * @param value of an enumeration's entry, or the bit number in an option set; of no meaning in a structure
 */
public record ModelField(String name, Shape shape, boolean optional, long value) {}
