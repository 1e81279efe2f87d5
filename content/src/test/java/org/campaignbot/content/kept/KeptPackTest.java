package org.campaignbot.content.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Span;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptPackTest {

    @TempDir
    private Path folder;

    private Path flow;
    private int compiled;

    @BeforeEach
    void writeACampaign() throws IOException {
        flow = folder.resolve("campaigns/tea/flows/start.yaml");
        Files.createDirectories(flow.getParent());
        Files.createDirectories(folder.resolve("campaigns/tea/chats"));
        Files.createDirectories(folder.resolve("kits/cup"));
        Files.writeString(folder.resolve("campaigns/tea/pack.yaml"), "kits: [cup]\n");
        Files.writeString(folder.resolve("kits/cup/pack.yaml"), "languages: [en]\n");
        Files.writeString(flow, "flow: start\n");
    }

    @Test
    void theShippedPackComesBackAsItWas() throws IOException {
        Pack back = PackInput.pack(PackOutput.bytes(ShippedCampaign.PACK), 0);

        assertThat(back).isEqualTo(ShippedCampaign.PACK);
        assertThat(back.flows().keySet())
                .containsExactlyElementsOf(ShippedCampaign.PACK.flows().keySet());
        assertThat(back.records().keySet())
                .containsExactlyElementsOf(ShippedCampaign.PACK.records().keySet());
        back.flows()
                .forEach((name, each) -> assertThat(each.steps().keySet())
                        .containsExactlyElementsOf(Objects.requireNonNull(ShippedCampaign.PACK.flow(name))
                                .steps()
                                .keySet()));
    }

    @Test
    void everyKindOfValueAndSpanComesBack() throws IOException {
        Instant at = Instant.parse("2026-11-28T12:00:00Z");
        URI page = URI.create("https://example.org/");
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("text", new Value.Text("own", true));
        values.put("translated", new Value.Translated(Map.of(Language.SPANISH, "té"), Language.SPANISH));
        values.put("count", new Value.Count(-3_000_000_000L));
        values.put("day", new Value.Day(LocalDate.of(2026, 11, 28)));
        values.put("moment", new Value.Moment(at, ZoneId.of("America/New_York")));
        values.put("phone", new Value.Phone("202-224-3121"));
        values.put("code", new Value.Code("911"));
        values.put("link", new Value.Link("a page", page));
        values.put("rows", new Value.Rows(List.of(new Value.Row(Map.of("one", new Value.Text(""))))));
        List<Span> spans = List.of(
                new Span.Plain("x".repeat(70_000)),
                new Span.Strong(List.of(new Span.Emphasis(List.of(new Span.Code("1"))))),
                new Span.Phone("2"),
                new Span.Link("page", page),
                new Span.Mention("7", "Ann"),
                new Span.Moment(at, "noon"));
        Wording title = new Wording(
                Map.of(
                        Language.ENGLISH,
                        new Words.Said(new Template(List.of(new Template.BlockPattern(
                                Template.Kind.QUOTE,
                                List.of(spans.stream()
                                        .<Template.SpanPattern>map(Template.Fixed::new)
                                        .toList())))))),
                Language.ENGLISH);
        Pack pack = new Pack(
                "tea", "1", title, List.of(Language.ENGLISH), "start", "menu", title, Map.of(), Map.of(), values);

        assertThat(PackInput.pack(PackOutput.bytes(pack), 0)).isEqualTo(pack);
    }

    @Test
    void everyKindHasANumber() {
        assertThat(PackInput.TARGETS).containsExactlyInAnyOrder(kinds(Target.class));
        assertThat(PackInput.WORDS).containsExactlyInAnyOrder(kinds(Words.class));
        assertThat(PackInput.PATTERNS).containsExactlyInAnyOrder(kinds(Template.SpanPattern.class));
        assertThat(PackInput.SPANS).containsExactlyInAnyOrder(kinds(Span.class));
        assertThat(PackInput.VALUES).containsExactlyInAnyOrder(kinds(Value.class));
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<? extends T>[] kinds(Class<T> type) {
        return (Class<? extends T>[]) type.getPermittedSubclasses();
    }

    @Test
    void aPackIsCompiledOnce() {
        Pack first = read("jars 1");

        assertThat(read("jars 1")).isEqualTo(first);
        assertThat(compiled).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaigns/tea/pack.yaml",
                "campaigns/tea/flows/start.yaml",
                "campaigns/tea/flows/more.yaml",
                "campaigns/tea/words/es/start.yaml",
                "campaigns/tea/questions/more.tsv",
                "kits/cup/flows/stop.yaml"
            })
    void aChangedOrNewFileIsCompiledAgain(String file) throws IOException {
        read("jars 1");
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "\n# changed\nkits: [cup]\n");
        read("jars 1");
        assertThat(compiled).isEqualTo(2);
        read("jars 1");
        assertThat(compiled).isEqualTo(2);
    }

    @Test
    void aMovedOrRemovedFileIsCompiledAgain() throws IOException {
        read("jars 1");
        Files.createDirectories(folder.resolve("campaigns/tea/words"));
        Files.move(flow, folder.resolve("campaigns/tea/words/start.yaml"));
        read("jars 1");
        assertThat(compiled).isEqualTo(2);
        Files.delete(folder.resolve("campaigns/tea/words/start.yaml"));
        read("jars 1");
        assertThat(compiled).isEqualTo(3);
    }

    @Test
    void aTranscriptIsNoPartOfThePack() throws IOException {
        read("jars 1");
        Files.writeString(folder.resolve("campaigns/tea/chats/new.chat"), "> hello\n");
        read("jars 1");
        assertThat(compiled).isEqualTo(1);
    }

    @Test
    void anotherProgramCompilesAgain() {
        read("jars 1");
        read("jars 2");
        assertThat(compiled).isEqualTo(2);
    }

    @Test
    void aPackIsNotKeptWhereAFileChangedMeanwhile() throws IOException {
        kept("jars 1").orElse(() -> {
            Files.writeString(flow, "flow: other\n");
            return pack();
        });
        read("jars 1");
        assertThat(compiled).isEqualTo(2);
    }

    @Test
    void aSpoiltFileIsAsGoodAsNone() throws IOException {
        Pack pack = read("jars 1");
        Path file = folder.resolve("data/learned/tea.pack");
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(folder.resolve("caches/learned/tea.pack"));
        IntStream.range(0, bytes.length).forEach(length -> {
            try {
                Files.write(file, Arrays.copyOf(bytes, length));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            assertThat(new KeptFile(folder.resolve("data/learned"), null, "tea.pack").read(kept("jars 1")::read))
                    .isNull();
        });
        assertThat(read("jars 1")).isEqualTo(pack);
    }

    @Test
    void withoutAKnownProgramNothingIsKept() {
        kept(null).orElse(this::pack);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private Pack read(String program) {
        return kept(program).orElse(this::pack);
    }

    private KeptPack kept(@Nullable String program) {
        return new KeptPack(
                folder,
                "tea",
                new KeptFile(folder.resolve("data/learned"), folder.resolve("caches/learned"), "tea.pack"),
                program);
    }

    private Pack pack() {
        compiled++;
        Wording title =
                new Wording(Map.of(Language.ENGLISH, new Words.Said(new Template(List.of()))), Language.ENGLISH);
        return new Pack(
                "tea", "1", title, List.of(Language.ENGLISH), "start", "menu", title, Map.of(), Map.of(), Map.of());
    }
}
