package org.keyway.identifier.teach;

/** Kinds of ASCII characters. */
enum Characters {
    DIGIT,
    LETTER,
    OTHER;

    static Characters of(char c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? LETTER : OTHER;
    }
}
