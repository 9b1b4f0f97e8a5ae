package org.keyway.profile.audit;

/** What a check of the whole audit found. */
public sealed interface AuditVerdict {
    /**
     * Every entry is chained to the one before it, and the workshop is what the entries made of it.
     *
     * @param head the hash of the last entry
     */
    record Intact(long entries, String head) implements AuditVerdict {}

    /** The first entry that was changed, put in, follows one that was taken out, or lost a document that was kept with it. */
    record Broken(long seq, String reason) implements AuditVerdict {}

    /** The entries are chained, but this thing is not what they made of it. */
    record Differing(String kind, String thing, String reason) implements AuditVerdict {}

    /**
     * An entry of which number and hash were kept elsewhere.
     *
     * @param seq 0 for the beginning
     * @param hash 64 hexadecimal digits, small letters
     */
    record Anchor(long seq, String hash) {}
}
