package org.campaignbot.directory;

import java.util.Optional;

/**
 * A committee or subcommittee of Congress.
 *
 * @param code the key in the tables, such as {@code SSAP}, or {@code SSAP01} for a subcommittee
 * @param chamber the chamber that it belongs to; empty for a joint committee
 * @param name its name; a subcommittee's name is short, such as {@code Defense}
 * @param parent the code of a subcommittee's committee
 */
public record Committee(String code, Optional<Chamber> chamber, String name, Optional<String> parent) {}
