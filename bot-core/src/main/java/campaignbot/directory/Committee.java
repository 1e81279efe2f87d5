package campaignbot.directory;

import java.util.Optional;

/**
 * A committee or subcommittee of Congress.
 *
 * @param code the key in the tables, as {@code SSAP}, or {@code SSAP01} for a subcommittee
 * @param chamber the chamber that it belongs to; empty for a joint one
 * @param name what it is called; a subcommittee's name is short, as {@code Defense}
 * @param parent the code of the committee that a subcommittee belongs to
 */
public record Committee(String code, Optional<Chamber> chamber, String name, Optional<String> parent) {}
