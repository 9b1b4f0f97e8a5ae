package org.keyway.profile.edit;

import java.util.Map;
import org.keyway.profile.life.Signature;

/**
 * A thing as it is kept.
 *
 * @param document in the keys of workshop files
 * @param tag differs for every other content
 * @param changed who left it so
 */
public record StoredThing(Map<String, Object> document, String tag, Signature changed) {}
