package org.keyway.identifier.resolution;

import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps answers as long as the process lives; for commands without a database. */
final class MemoryAnswerCache implements AnswerCache {
    private record Place(String source, String key) {}

    private final Map<Place, CachedAnswer> answers = new LinkedHashMap<>();

    @Inject
    MemoryAnswerCache() {}

    @Override
    public synchronized Optional<CachedAnswer> find(String source, String key) {
        return Optional.ofNullable(answers.get(new Place(source, key)));
    }

    @Override
    public synchronized void keep(CachedAnswer answer, int most) {
        if (answer.key().length() > LONGEST_KEY) {
            return;
        }
        Place place = new Place(answer.source(), answer.key());
        answers.remove(place);
        answers.put(place, answer);
        Iterator<Place> oldest = answers.keySet().iterator();
        while (answers.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }

    @Override
    public synchronized void forget(String source, String key) {
        answers.remove(new Place(source, key));
    }
}
