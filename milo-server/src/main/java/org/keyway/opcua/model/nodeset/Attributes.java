package org.keyway.opcua.model.nodeset;

import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of an element, in the order in which they are given. */
final class Attributes {
    private final Map<String, String> all = new LinkedHashMap<>();

    Attributes with(String name, Object value) {
        all.put(name, value.toString());
        return this;
    }

    /** An attribute that is left out where it has its default. */
    void unless(boolean isDefault, String name, Object value) {
        if (!isDefault) {
            with(name, value);
        }
    }

    Map<String, String> all() {
        return all;
    }
}
