package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.app.demo.Demo;

/** A screen without a server says so, and forgets what it showed. */
final class ServerAwayTest {
    private static final int LONGEST_RETURN = 30_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path data;

    @Test
    void aLostServerIsSaidAtOnceAndNoOldGreenComesBackWithIt() throws Exception {
        Demo demo = Demo.start(new Demo.Settings(data, 0, 0, 0, 0));
        int port = demo.server().http().getPort();
        try (Chromium chromium = Chromium.start();
                Screen screen =
                        Screen.of(chromium.browser(), demo.server().http()).station("ST-10")) {
            screen.scan(ShopFloor.block(ShopFloor.freshSerial())).shows("good");

            demo.close();

            assertThat(screen.at("#offline")).isVisible();
            assertThat(screen.at("#offline")).containsText("No connection");
            assertThat(screen.at("#verdict")).not().hasAttribute("data-kind", "good");

            screen.scan(ShopFloor.block(ShopFloor.freshSerial()));
            screen.shows("bad");
            assertThat(screen.at("#verdict .word")).hasText("NOT SENT");

            demo = Demo.start(new Demo.Settings(data, port, 0, 0, 0));
            assertThat(screen.at("#offline")).isHidden(new IsHiddenOptions().setTimeout(LONGEST_RETURN));
            assertThat(screen.at("#verdict")).not().hasAttribute("data-kind", "good");
            screen.scan(ShopFloor.block(ShopFloor.freshSerial())).shows("good");
        } finally {
            demo.close();
        }
    }
}
