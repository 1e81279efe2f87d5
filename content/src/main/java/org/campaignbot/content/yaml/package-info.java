/**
 * YAML 1.2 as a tree of nodes that know their position. Every plain value is text, so an answer named {@code no} stays what its
 * author wrote.
 */
@NullMarked
package org.campaignbot.content.yaml;

import org.jspecify.annotations.NullMarked;
