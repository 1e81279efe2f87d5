package org.campaignbot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkLookTest {

    @ParameterizedTest
    @CsvSource({
        "amnestyusa.org, https://evil.test/x, amnestyusa.org",
        "https://amnesty.org, https://evil.test, amnesty.org",
        "Read it at WWW.Amnesty.ORG/act now, https://evil.test, www.amnesty.org",
        "press@amnesty.org, https://evil.test, amnesty.org",
        "amnesty.org, https://amnesty.org.evil.test, amnesty.org",
        "amnesty.org, https://notamnesty.org, amnesty.org",
        "amnesty\uFF0Eorg, https://evil.test, amnesty.org"
    })
    void aLabelThatNamesAnotherHostIsFound(String label, URI address, String host) {
        assertThat(LinkLook.foreignHost(label, address)).contains(host);
    }

    @ParameterizedTest
    @CsvSource({
        "the campaign page, https://evil.test",
        "amnestyusa.org, https://www.amnestyusa.org/x",
        "amnestyusa.org, https://act.amnestyusa.org/x",
        "H.R. 1 and the U.S. Senate, https://congress.gov",
        "report.pdf, https://example.org/report.pdf",
        "Sen. Young's vote. Read it, https://senate.gov"
    })
    void aLabelThatNamesNoneOrItsOwnIsLeftAlone(String label, URI address) {
        assertThat(LinkLook.foreignHost(label, address)).isEmpty();
    }

    @Test
    void aNameBeforeTheHostAndAShortenerAreKnown() {
        assertThat(LinkLook.hasUserInformation(URI.create("https://amnesty.org@evil.test/x")))
                .isTrue();
        assertThat(LinkLook.hasUserInformation(URI.create("https://amnesty.org/@x")))
                .isFalse();
        assertThat(LinkLook.isShortened(URI.create("https://BIT.ly/x"))).isTrue();
        assertThat(LinkLook.isShortened(URI.create("https://habit.ly/x"))).isFalse();
    }
}
