package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest extends FakeSlackCase {

    private static final String DIVIDER = "{'type':'divider'}";

    private List<String> problems(String blocks) throws Exception {
        BareApp.Reply reply = app.withBlocks(ANA.id(), blocks.replace('\'', '"'));
        assertThat(reply.error()).isEqualTo("invalid_blocks");
        assertThat(ana.shownByBot()).isEmpty();
        return reply.problems();
    }

    private static String repeated(int times, String item) {
        return IntStream.range(0, times).mapToObj(each -> item).collect(Collectors.joining(",", "[", "]"));
    }

    private static String section(int length) {
        return "{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(length) + "'}}";
    }

    private static String button(String text, String rest) {
        return "{'type':'button','text':{'type':'plain_text','text':'" + text + "'}" + rest + "}";
    }

    private static String actions(String... elements) {
        return "[{'type':'actions','elements':[" + String.join(",", elements) + "]}]";
    }

    @Test
    void aMessageHasFiftyBlocksAtMost() throws Exception {
        assertThat(problems(repeated(51, DIVIDER)))
                .containsExactly("[ERROR] no more than 50 items allowed [json-pointer:/blocks]");
    }

    @Test
    void aSectionHasThreeThousandCharacters() throws Exception {
        assertThat(app.withBlocks(ANA.id(), ("[" + section(3000) + "]").replace('\'', '"'))
                        .isOk())
                .isTrue();
        assertThat(app.withBlocks(ANA.id(), ("[" + section(3001) + "]").replace('\'', '"'))
                        .problems())
                .containsExactly("[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    }

    private static String richText(String elements) {
        return "[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[" + elements + "]}]}]";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'text','text':''} | must be more than 0 characters | /text",
                "{'type':'tune'} | unsupported type: tune | /type",
                "{'type':'date','format':'{time}','fallback':'x'} | missing required field: timestamp | \"\"",
                "{'type':'date','timestamp':1.5,'format':'{time}','fallback':'x'} | missing required field: timestamp | \"\"",
                "{'type':'date','timestamp':1,'fallback':'x'} | missing required field: format | \"\"",
                "{'type':'date','timestamp':1,'format':'{clock}','fallback':'x'} | unknown token: clock | /format",
                "{'type':'text','text':'a','colour':'red'} | invalid additional property: colour | \"\""
            })
    void whatStandsInRichTextHasItsRulesToo(String element, String problem, String where) throws Exception {
        assertThat(problems(richText(element)))
                .contains("[ERROR] " + problem + " [json-pointer:/blocks/0/elements/0/elements/0" + where + "]");
    }

    @Test
    void aDateIsReadByItsFallback() throws Exception {
        String date = richText("{'type':'date','timestamp':1,'format':'{date_long}','fallback':'long ago'}");

        assertThat(app.withBlocks(ANA.id(), date.replace('\'', '"')).isOk()).isTrue();
        assertThat(ana.lastShown().text()).isEqualTo("long ago");
    }

    @Test
    void allBlocksTogetherAreNotTooLong() throws Exception {
        assertThat(app.withBlocks(ANA.id(), repeated(5, section(3000)).replace('\'', '"'))
                        .error())
                .isEqualTo("msg_blocks_too_long");
    }

    @Test
    void blocksAreAListOfKnownTypes() throws Exception {
        assertThat(app.withBlocks(ANA.id(), "{\"type\":\"divider\"}").error()).isEqualTo("invalid_blocks_format");
        assertThat(app.form("chat.postMessage", "channel=" + ANA.id() + "&blocks=%5B%7B")
                        .error())
                .isEqualTo("invalid_blocks_format");
        assertThat(problems("[{'type':'marquee'}]"))
                .containsExactly("[ERROR] unsupported type: marquee [json-pointer:/blocks/0/type]");
        assertThat(app.form(
                                "chat.postMessage",
                                "channel=" + ANA.id() + "&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D&text=a")
                        .isOk())
                .isTrue();
    }

    @Test
    void idsOfBlocksAndOfActionsInABlockAreUnique() throws Exception {
        assertThat(problems("[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]"))
                .singleElement()
                .asString()
                .contains("already exists", "/blocks/1/block_id");
        assertThat(problems(actions(button("A", ",'action_id':'x'"), button("B", ",'action_id':'x'"))))
                .singleElement()
                .asString()
                .contains("already exists", "/blocks/0/elements/1/action_id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{'type':'header','text':{'type':'mrkdwn','text':'a'}}]              | type plain_text
                    [{'type':'header','text':{'type':'plain_text','text':'%151'}}]       | less than 151
                    [{'type':'header'}]                                                  | missing required field: text
                    [{'type':'section'}]                                                 | missing required field: text
                    [{'type':'section','text':{'type':'plain_text','text':''}}]          | more than 0
                    [{'type':'image','image_url':'https://example.org/a.png'}]           | missing required field: alt_text
                    [{'type':'image','alt_text':'a','image_url':'no'}]                   | valid url
                    [{'type':'actions','elements':[]}]                                   | no fewer than 1
                    [{'type':'context','elements':[{'type':'button'}]}]                  | unsupported type: button
                    [{'type':'divider','block_id':'%256'}]                               | less than 256
                    [{'type':'input','label':{'type':'plain_text','text':'a'}}]          | missing required field: element
                    [{'type':'markdown','text':'%12001'}]                                | less than 12001
                    """)
    void aBlockHasWhatItMustHaveAndNoMore(String blocks, String problem) throws Exception {
        assertThat(problems(grown(blocks))).first().asString().contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'type':'button','text':{'type':'mrkdwn','text':'a'}}                                   | type plain_text
                    {'type':'button','text':{'type':'plain_text','text':'%76'}}                             | less than 76
                    {'type':'button','text':{'type':'plain_text','text':'a'},'value':'%2001'}               | less than 2001
                    {'type':'button','text':{'type':'plain_text','text':'a'},'url':'tel:+12022243121'}      | valid url
                    {'type':'button','text':{'type':'plain_text','text':'a'},'url':'https://a.org/%3000'}   | less than 3001
                    {'type':'button','text':{'type':'plain_text','text':'a'},'style':'blue'}                | one of primary
                    {'type':'button','text':{'type':'plain_text','text':'a'},'action_id':'%256'}            | less than 256
                    {'type':'button','text':{'type':'plain_text','text':'a'},'accessibility_label':'%76'}   | less than 76
                    {'type':'button','text':{'type':'plain_text','text':'a'},'confirm':{}}                  | missing required field: title
                    {'type':'static_select'}                                                                | missing required field: options
                    {'type':'static_select','options':[{'text':{'type':'plain_text','text':'a'}}]}          | missing required field: value
                    {'type':'static_select','options':[{'text':{'type':'plain_text','text':'a'},'value':'%151'}]} | less than 151
                    {'type':'static_select','options':[{'text':{'type':'plain_text','text':'%76'},'value':'a'}]}  | less than 76
                    {'type':'plain_text_input'}                                                             | unsupported type
                    """)
    void anElementHasWhatItMustHaveAndNoMore(String element, String problem) throws Exception {
        assertThat(problems(grown("[{'type':'actions','elements':[" + element + "]}]")))
                .first()
                .asString()
                .contains(problem);
    }

    @Test
    void listsOfElementsAndOptionsHaveTheirLimits() throws Exception {
        String option = "{'text':{'type':'plain_text','text':'a'},'value':'v'}";
        assertThat(problems("[{'type':'actions','elements':" + repeated(26, button("a", "")) + "}]"))
                .anyMatch(each -> each.contains("no more than 25"));
        assertThat(problems(actions("{'type':'overflow','options':" + repeated(6, option) + "}")))
                .anyMatch(each -> each.contains("no more than 5"));
        assertThat(problems(actions("{'type':'radio_buttons','options':" + repeated(11, option) + "}")))
                .anyMatch(each -> each.contains("no more than 10"));
        assertThat(problems(actions("{'type':'static_select','options':" + repeated(101, option) + "}")))
                .anyMatch(each -> each.contains("no more than 100"));
        assertThat(problems("[{'type':'context','elements':" + repeated(11, "{'type':'mrkdwn','text':'a'}") + "}]"))
                .anyMatch(each -> each.contains("no more than 10"));
        assertThat(problems("[{'type':'section','fields':" + repeated(11, "{'type':'mrkdwn','text':'a'}") + "}]"))
                .anyMatch(each -> each.contains("no more than 10"));
    }

    @Test
    void aTableIsSmallAndAlone() throws Exception {
        String cell = "{'type':'raw_text','text':'a'}";
        String row = repeated(1, cell);
        assertThat(problems("[{'type':'table','rows':" + repeated(101, row) + "}]"))
                .anyMatch(each -> each.contains("no more than 100"));
        assertThat(problems("[{'type':'table','rows':[" + repeated(21, cell) + "]}]"))
                .anyMatch(each -> each.contains("no more than 20"));
        String table = "{'type':'table','rows':[" + row + "]}";
        assertThat(problems(repeated(2, table))).anyMatch(each -> each.contains("only one table"));
    }

    @Test
    void menusHaveOptionsOrGroupsAndBeginWithOneOfThem() throws Exception {
        String option = "{'text':{'type':'plain_text','text':'a'},'value':'v'}";
        String other = "{'text':{'type':'plain_text','text':'b'},'value':'w'}";
        String group = "{'label':{'type':'plain_text','text':'%'},'options':[" + option + "]}";
        String menu = "{'type':'static_select','option_groups':";
        assertThat(problems(actions(menu + "[" + group.replace("%", "x".repeat(76)) + "]}")))
                .anyMatch(each -> each.contains("less than 76"));
        assertThat(problems(actions(menu + "[" + group + "],'options':[" + option + "]}")))
                .anyMatch(each -> each.contains("only one of options, option_groups"));
        assertThat(problems(
                        actions("{'type':'static_select','options':[" + option + "],'initial_option':" + other + "}")))
                .anyMatch(each -> each.contains("none of the options"));
        assertThat(problems(actions("{'type':'conversations_select','response_url_enabled':true}")))
                .anyMatch(each -> each.contains("only for modals"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'type':'plain_text_input','max_length':3001}              | between 0 and 3000
                    {'type':'plain_text_input','initial_value':'%3001'}        | less than 3001
                    {'type':'button','text':{'type':'plain_text','text':'a'}}  | unsupported type: button
                    {'type':'plain_text_input','placeholder':{'type':'plain_text','text':'%151'}} | less than 151
                    {'type':'email_text_input'}                                | unsupported type: email_text_input
                    {'type':'url_text_input'}                                  | unsupported type: url_text_input
                    {'type':'number_input','is_decimal_allowed':false}         | unsupported type: number_input
                    """)
    void anInputHasWhatItMustHaveAndNoMore(String element, String problem) throws Exception {
        String block = "[{'type':'input','label':{'type':'plain_text','text':'a'},'element':" + element + "}]";
        assertThat(problems(grown(block))).first().asString().contains(problem);
    }

    @Test
    void aMisspelledPropertyIsRefused() throws Exception {
        assertThat(problems("[{'type':'divider','blockid':'a'}]"))
                .containsExactly("[ERROR] invalid additional property: blockid [json-pointer:/blocks/0]");
        assertThat(problems(actions(button("a", ",'label':'b'"))))
                .containsExactly("[ERROR] invalid additional property: label [json-pointer:/blocks/0/elements/0]");
        assertThat(problems("[{'type':'section','text':{'type':'mrkdwn','text':'a','emoji':true}}]"))
                .containsExactly("[ERROR] invalid additional property: emoji [json-pointer:/blocks/0/text]");
    }

    @Test
    void whatSlackPassesOverIsNoted() throws Exception {
        app.withBlocks(
                ANA.id(), actions(button("a", ",'url':'http://example.org/'")).replace('\'', '"'));
        app.withBlocks(ANA.id(), "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"<!here> 1 < 2\"}}]");
        assertThat(slack.violations()).hasSize(3);
        assertThat(slack.violations().get(0)).contains("not https");
    }

    @Test
    void aReaderSeesTheBlocksAndANotificationTheText() throws Exception {
        app.asks(ANA.id(), "Read *this*", "Call", "Write");
        assertThat(ana.lastShown().text()).isEqualTo("Read *this*");
        assertThat(ana.lastShown().labels()).containsExactly("Call", "Write");
        assertThat(ana.lastShown().elements().get(1).value()).isEqualTo("v-Write");
    }

    /** A percent sign and a number stand for a text of that length. */
    private static String grown(String text) {
        Matcher number = Pattern.compile("%(\\d+)").matcher(text);
        return number.replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }
}
