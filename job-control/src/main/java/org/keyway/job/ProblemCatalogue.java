package org.keyway.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.keyway.identifier.Message;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.link.LinkException;
import org.keyway.profile.Name;

/** Makes problems out of codes: the sentences of job control and of every link that is plugged in. */
@Singleton
public final class ProblemCatalogue {
    /** The bundle of job control's own sentences. */
    static final String BUNDLE = "org.keyway.job.messages";

    private final MessageCatalogue own = MessageCatalogue.load(BUNDLE, ProblemCatalogue.class.getClassLoader());
    private final Set<MessageCatalogue> plugged;

    @Inject
    ProblemCatalogue(Set<MessageCatalogue> plugged) {
        this.plugged = plugged;
    }

    /** A problem of job control's own. */
    public Problem problem(JobCode code, Map<String, Object> facts) {
        return new Problem(code.code(), own.message(code.code(), facts), facts);
    }

    /** A problem of job control's own in whose sentences {@code {name}} stands for something of the workshop. */
    public Problem problem(JobCode code, Map<String, Object> facts, Name name) {
        Message message = new Message(
                own.message(code.code(), with(facts, name.en())).en(),
                own.message(code.code(), with(facts, name.zh())).zh());
        return new Problem(code.code(), message, facts);
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.put("name", name);
        return all;
    }

    /** A problem that a link reported; the machine is added to its facts. */
    public Problem problem(LinkException failure, String machine) {
        Map<String, Object> facts = new TreeMap<>(failure.facts());
        facts.put("machine", machine);
        return new Problem(failure.code(), sentence(failure.code(), facts), facts);
    }

    private Message sentence(String code, Map<String, Object> facts) {
        return plugged.stream()
                .filter(catalogue -> catalogue.contains(code))
                .findFirst()
                .map(catalogue -> catalogue.message(code, facts))
                .orElseGet(() -> own.message(JobCode.INTERNAL.code(), Map.of("code", code)));
    }
}
