package org.keyway.terminal.api;

import org.jspecify.annotations.Nullable;
import org.keyway.profile.Name;
import org.keyway.profile.ProductFamily;

/** A family of products as JSON. */
public record FamilyJson(String id, Name name, @Nullable String parent) {
    static FamilyJson of(ProductFamily family) {
        return new FamilyJson(family.id(), family.name(), family.parent().orElse(null));
    }
}
