package org.keyway.profile.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Message;

/** What a change did to the document of a thing. */
public sealed interface Difference {
    /** Why nothing is told of the fields; empty where something is. */
    default Optional<Message> note() {
        return Optional.empty();
    }

    /** Field by field; nothing where only the state of a version changed. */
    record Told(List<ChangedField> fields) implements Difference {
        public Told {
            fields = List.copyOf(fields);
        }
    }

    /** The entry is from before documents were kept: only their hashes are known. */
    record NotKept() implements Difference {
        @Override
        public Optional<Message> note() {
            return Optional.of(DocumentFields.WORDS.message("change.notKept", Map.of()));
        }
    }

    /** The documents were kept, but are gone, or no longer what the entry names. */
    record Damaged() implements Difference {
        @Override
        public Optional<Message> note() {
            return Optional.of(DocumentFields.WORDS.message("change.damaged", Map.of()));
        }
    }
}
