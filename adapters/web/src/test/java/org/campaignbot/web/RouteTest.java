package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteTest {

    @Test
    void aPathHasTheRouteThatNamesIt() {
        assertThat(Route.of("/")).contains(Route.HOME);
        assertThat(Route.of("/lawmakers")).contains(Route.LAWMAKERS);
        assertThat(Route.of("/lawmakers/IL-13")).contains(Route.SEATS);
        assertThat(Route.of("/topics/right-to-asylum")).contains(Route.TOPIC);
        assertThat(Route.of("/chat/start")).contains(Route.CHAT_START);
        assertThat(Route.SEATS.name("/lawmakers/IL-13")).isEqualTo("IL-13");
    }

    @Test
    void nothingElseIsAPath() {
        for (String path : new String[] {
            "",
            "/x",
            "/lawmakers/",
            "/lawmakers/a/b",
            "/topics/a b",
            "/topics/%2e",
            "/chat/",
            "/chat/x",
            "/LAWMAKERS",
            "/lawmakers?x",
            "/topics/" + "x".repeat(81)
        }) {
            assertThat(Route.of(path)).as(path).isEmpty();
        }
    }

    @Test
    void aRouteTakesItsMethodsAndNoOther() {
        assertThat(Route.CHAT.takes("POST")).isTrue();
        assertThat(Route.URGENT.takes("HEAD")).isTrue();
        assertThat(Route.URGENT.takes("POST")).isFalse();
        assertThat(Route.CHAT_LEAVE.takes("GET")).isFalse();
        assertThat(Route.CHAT.allow()).isEqualTo("GET, POST");
    }
}
