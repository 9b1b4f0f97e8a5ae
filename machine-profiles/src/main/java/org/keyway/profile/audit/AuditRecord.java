package org.keyway.profile.audit;

/**
 * An entry where it stands in the chain.
 *
 * @param seq from 1, without gaps
 * @param hash the SHA-256 over the hash before, the number and the entry
 * @param difference what the change did to the thing
 */
public record AuditRecord(long seq, String hash, AuditEntry entry, Difference difference) {}
