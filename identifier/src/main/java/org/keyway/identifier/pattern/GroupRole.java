package org.keyway.identifier.pattern;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a group of a pattern stands for: the product, its serial number or lot, or an attribute of the part. */
final class GroupRole {
    static final String PRODUCT = "product";
    static final String SERIAL = "serial";
    static final String LOT = "lot";

    private static final List<String> KNOWN = List.of(
            PRODUCT, SERIAL, LOT, "variant", "quantity", "revision", "supplier", "order", "operation", "producedOn");
    private static final String ATTRIBUTE = "attribute:";
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private GroupRole() {}

    /** The role of a group: the one that the map gives it, else the one of its own name. */
    static String of(String group, Map<String, String> map) {
        String mapped = map.getOrDefault(group, group);
        return mapped.startsWith(ATTRIBUTE) ? mapped.substring(ATTRIBUTE.length()) : mapped;
    }

    /** Whether a group can be mapped to it. */
    static boolean isKnown(String role) {
        boolean attribute = role.startsWith(ATTRIBUTE)
                && ATTRIBUTE_NAME.matcher(role.substring(ATTRIBUTE.length())).matches();
        return attribute || KNOWN.contains(role);
    }

    /** The roles that a group can be mapped to. */
    static String known() {
        return String.join(", ", KNOWN) + ", " + ATTRIBUTE + "NAME";
    }
}
