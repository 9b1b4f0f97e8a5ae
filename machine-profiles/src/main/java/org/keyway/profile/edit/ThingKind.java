package org.keyway.profile.edit;

/** A kind of thing that a workshop is made of, sets apart. */
public enum ThingKind {
    FAMILY("ProductFamily"),
    PRODUCT("Product"),
    MACHINE_PROFILE("MachineProfile"),
    STATION("Station"),
    MACHINE("Machine");

    private final String word;

    ThingKind(String word) {
        this.word = word;
    }

    /** As workshop files name it, such as {@code Product}. */
    public String word() {
        return word;
    }
}
