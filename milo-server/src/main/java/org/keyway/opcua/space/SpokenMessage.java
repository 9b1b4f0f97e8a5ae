package org.keyway.opcua.space;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Message;

/**
 * Tells a message to each session in the first of its languages that we speak, else in English (OPC 10000-4 5.4). The stack
 * reads the fields of an event anew for each who listens, with his session.
 */
final class SpokenMessage implements AttributeFilter {
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh";

    private final Message message;

    SpokenMessage(Message message) {
        this.message = message;
    }

    @Override
    public @Nullable Object readAttribute(AttributeFilterContext context, AttributeId attribute) throws UaException {
        boolean chinese = context.getSession()
                .map(SpokenMessage::language)
                .filter(CHINESE::equals)
                .isPresent();
        return attribute == AttributeId.Value && chinese
                ? new DataValue(Variant.of(new LocalizedText(CHINESE, message.zh())))
                : context.readAttribute(attribute);
    }

    private static String language(Session session) {
        return Optional.ofNullable(session.getLocaleIds()).stream()
                .flatMap(Stream::of)
                .map(id -> Locale.forLanguageTag(id).getLanguage())
                .filter(language -> language.equals(CHINESE) || language.equals(ENGLISH))
                .findFirst()
                .orElse(ENGLISH);
    }
}
