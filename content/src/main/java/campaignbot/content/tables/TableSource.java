package campaignbot.content.tables;

/**
 * Where a table comes from, as {@code tables.yaml} says.
 *
 * @param name what the table is called there, such as {@code zip-districts}
 * @param file its file in the folder
 * @param source who made it
 * @param licence under which terms it may be used, with the credit it asks for
 * @param asOf the state of the source: a day, or its edition in words
 */
public record TableSource(String name, String file, String source, String licence, String asOf) {}
