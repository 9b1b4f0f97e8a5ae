package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A screen of the shop floor with one page on it; it notes whatever the browser complains of. */
final class Screen implements AutoCloseable {
    private static final int PATIENCE = 15_000;
    private static final char GS = '\u001D';
    private static final String TYPING = """
            keys => {
              const place = c => /[a-z]/i.test(c) ? 'Key' + c.toUpperCase() : /[0-9]/.test(c) ? 'Digit' + c : c === '-' ? 'Minus' : '';
              const send = (type, init) => (document.activeElement ?? document.body).dispatchEvent(
                new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init }));
              // What a browser does with a key in a field, which made events leave undone.
              const type = (key, init) => {
                const field = document.activeElement?.matches('input:not([type=checkbox]), textarea') ? document.activeElement : null;
                if (!send('keydown', { key, ...init }) || !field) return;
                if (key.length === 1) document.execCommand('insertText', false, key);
                if (key === 'Enter') field.form?.requestSubmit();
              };
              for (const key of keys) {
                if (key.startsWith('Alt+')) {
                  for (const digit of key.slice(4)) send('keydown', { key: digit, code: 'Numpad' + digit, altKey: true });
                  send('keyup', { key: 'Alt', code: 'AltLeft' });
                } else if (key.startsWith('Control+')) {
                  const code = key.slice(8) === ']' ? 'BracketRight' : key.slice(8);
                  const typed = { BracketRight: ']', Digit6: '6', KeyD: 'd' }[code];
                  send('keydown', { key: typed, code, ctrlKey: true });
                } else if (key.length > 1) {
                  type(key, { code: key });
                } else {
                  type(key, { code: place(key), shiftKey: /[A-Z]/.test(key) });
                }
              }
            }""";

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> complaints = new ArrayList<>();

    private Screen(BrowserContext context, URI address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A blank screen of 1280 by 800, in English until somebody switches. */
    static Screen of(Browser browser, URI address) {
        return new Screen(
                browser.newContext(
                        new NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB")),
                address);
    }

    static Screen of(ShopFloor floor) {
        return of(floor.chromium().browser(), floor.address());
    }

    /** The page from which everything is seen at once. */
    Screen overview() {
        page.navigate(address.toString());
        assertThat(page.locator(".tile .machine").first()).isVisible();
        return this;
    }

    /** The page of a station, once it knows how the machines stand. */
    Screen station(String id) {
        page.navigate(address.resolve("/stations/" + id).toString());
        assertThat(page.locator("#machines .machine").first()).isVisible();
        return this;
    }

    Page page() {
        return page;
    }

    /** What this screen shows at a place, by CSS selector. */
    Locator at(String place) {
        return page.locator(place);
    }

    /** Waits until the verdict is of a kind: good is green, bad is red. */
    Screen shows(String kind) {
        assertThat(at("#verdict")).hasAttribute("data-kind", kind, new HasAttributeOptions().setTimeout(PATIENCE));
        return this;
    }

    /** Waits until the verdict on a part is of a kind; a verdict on the part before it doesn't count. */
    Screen shows(String kind, String serial) {
        assertThat(at("#verdict")).containsText(serial, new ContainsTextOptions().setTimeout(PATIENCE));
        return shows(kind);
    }

    /** Types a label as a scanner does: fast, the group separator as Ctrl+], Enter at the end. */
    Screen scan(String label) {
        return wedge(label, "Control+BracketRight").enter();
    }

    /** Types a label without Enter, with the key that this scanner was set to send for the group separator. */
    Screen wedge(String label, String groupSeparator) {
        List<String> keys = new ArrayList<>();
        label.chars().forEach(c -> keys.add(c == GS ? groupSeparator : String.valueOf((char) c)));
        return keys(keys);
    }

    Screen enter() {
        return keys(List.of("Enter"));
    }

    /**
     * Types keys as a scanner does, all in one go: characters, names of keys, {@code Control+} and a place, {@code Alt+} and
     * a number. The events are made within the page, so that a scan stays one however busy this computer is.
     */
    Screen keys(List<String> keys) {
        page.evaluate(TYPING, keys);
        return this;
    }

    /** What the browser complained of: errors and warnings of scripts, of loading, and of the security policy. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
