package org.keyway.profile.store;

/** Why a database can't be used. The sentences are in the module's message bundle. */
public enum DatabaseCode {
    /** The URL names no kind of database that Keyway runs on. */
    UNKNOWN_KIND("KW-CFG-050"),
    /** The URL holds user or password, which belong into keys of their own. */
    ACCOUNT_IN_URL("KW-CFG-051"),
    /** There is no password where it was said to be. */
    NO_PASSWORD("KW-CFG-052"),
    /** Nobody answers, or the database does not exist. */
    UNREACHABLE("KW-CFG-053"),
    /** The user is refused. */
    SIGN_IN_REFUSED("KW-CFG-054"),
    /** Another computer would be talked to without being sure that it is the right one. */
    NOT_ENCRYPTED("KW-CFG-055"),
    /** A newer program has changed the schema. */
    NEWER_SCHEMA("KW-CFG-056"),
    /** The schema could not be brought up to date. */
    SCHEMA_FAILED("KW-CFG-057"),
    /** The database can't hold every character. */
    NOT_UTF8("KW-CFG-058"),
    /** The schema is older than the program, and nothing may be written. */
    OLDER_SCHEMA("KW-CFG-059"),
    /** The database file can't be opened. */
    FILE_UNUSABLE("KW-SYS-010"),
    /** Another process has the database file open. */
    FILE_IN_USE("KW-SYS-011");

    private final String code;

    DatabaseCode(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }
}
