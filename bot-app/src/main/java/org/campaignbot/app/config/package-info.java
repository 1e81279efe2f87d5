/**
 * The parts of an installation: its settings, its current content and tables, and what organizers changed.
 * Nothing here is a command or a server; both are built from these parts.
 */
@NullMarked
package org.campaignbot.app.config;

import org.jspecify.annotations.NullMarked;
