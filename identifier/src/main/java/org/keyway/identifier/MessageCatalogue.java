package org.keyway.identifier;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that belong to a module's codes, in English and 中文.
 *
 * <p>A sentence lives in a pair of UTF-8 resource bundles under its code; {@code {name}} in it stands for a fact of the
 * case. A code without a sentence is a defect that a test of each module finds.
 */
public final class MessageCatalogue {
    private static final int LONGEST_FACT = 120;

    private final ResourceBundle english;
    private final ResourceBundle chinese;

    private MessageCatalogue(ResourceBundle english, ResourceBundle chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * Loads {@code <name>_en.properties} and {@code <name>_zh.properties}.
     *
     * @param name of the bundle, such as {@code org.keyway.job.messages}
     * @throws MissingResourceException when there is no such bundle
     */
    public static MessageCatalogue load(String name, ClassLoader loader) {
        return new MessageCatalogue(bundle(name, Locale.ENGLISH, loader), bundle(name, Locale.CHINESE, loader));
    }

    private static ResourceBundle bundle(String name, Locale locale, ClassLoader loader) {
        return ResourceBundle.getBundle(
                name,
                locale,
                loader,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Whether both languages have a sentence for the code. */
    public boolean contains(String code) {
        return english.containsKey(code) && chinese.containsKey(code);
    }

    /** The sentence for a code with the facts put in; long facts are cut, control characters shown as {@code ·}. */
    public Message message(String code, Map<String, ?> facts) {
        return new Message(fill(english.getString(code), facts), fill(chinese.getString(code), facts));
    }

    private static String fill(String sentence, Map<String, ?> facts) {
        StringBuilder filled = new StringBuilder(sentence.length() + 32);
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = sentence.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(sentence, from, open).append(printable(facts.get(sentence.substring(open + 1, close))));
            from = close + 1;
        }
        return filled.append(sentence, from, sentence.length()).toString();
    }

    private static String printable(@Nullable Object fact) {
        String text = fact instanceof Double || fact instanceof Float
                ? plain((Number) fact)
                : String.valueOf(fact == null ? "?" : fact);
        String cut = text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT) + "…";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "·");
    }

    private static String plain(Number number) {
        return Double.isFinite(number.doubleValue())
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : number.toString();
    }
}
