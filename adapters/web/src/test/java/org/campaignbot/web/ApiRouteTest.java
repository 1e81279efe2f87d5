package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.organizers.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description for programs against the routes: neither may have what the other lacks. */
class ApiRouteTest {

    private static final Set<String> NO_METHODS = Set.of("parameters");

    @SuppressWarnings("NullAway.Init") // read() sets it
    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream in = ApiRoute.class.getResourceAsStream("openapi.json")) {
            document = JsonMapper.shared().readTree(in);
        }
    }

    @Test
    void everyRouteIsDescribedAndNothingElseIs() {
        Set<String> routes = new TreeSet<>(Set.of("POST " + Route.API_LAWMAKERS.path()));
        for (ApiRoute route : ApiRoute.values()) {
            routes.add(route.method() + " " + route.path());
        }
        Set<String> described = new TreeSet<>();
        JsonNode paths = document.path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                if (!NO_METHODS.contains(method)) {
                    described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
                }
            }
        }
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void eachTellsTheRoleThatItNeedsAndWhatCanGoWrong() {
        for (ApiRoute route : ApiRoute.values()) {
            JsonNode operation = document.path("paths")
                    .path(route.path())
                    .path(route.method().toLowerCase(java.util.Locale.ROOT));
            Role role = route.role();
            if (role == null) {
                assertThat(operation.path("security").isArray())
                        .as(route.name())
                        .isTrue();
            } else {
                assertThat(operation.path("description").asString(""))
                        .as(route.name())
                        .contains("Role: " + role.word());
                assertThat(operation.path("responses").propertyNames())
                        .as(route.name())
                        .contains("401", "403", "429");
            }
        }
    }

    @Test
    void everyReferenceLeadsToASchema() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asString("").substring(1)).isMissingNode())
                    .as(reference.asString(""))
                    .isFalse();
        }
    }

    @Test
    void aPathHasItsRouteByMethodAndNoOther() {
        assertThat(ApiRoute.of("GET", "/api/alerts")).contains(ApiRoute.ALERTS);
        assertThat(ApiRoute.of("POST", "/api/alerts")).contains(ApiRoute.DRAFT);
        assertThat(ApiRoute.of("HEAD", "/api/alerts/k3x9")).contains(ApiRoute.ALERT);
        assertThat(ApiRoute.SUBMIT.id("/api/alerts/k3x9/submit")).isEqualTo("k3x9");
        for (String path :
                new String[] {"/api", "/api/", "/api/alerts/", "/api/alerts/a/b", "/api/alerts/a%2e", "/api/x"}) {
            assertThat(ApiRoute.at(path)).as(path).isEmpty();
        }
    }

    @Test
    void nothingIsApprovedOrSentHere() {
        for (ApiRoute route : ApiRoute.values()) {
            assertThat(route.path()).doesNotContain("approve", "send", "schedule");
        }
    }
}
