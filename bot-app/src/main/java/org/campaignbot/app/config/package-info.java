/**
 * What an installation is made of: its settings, its content and tables in force, and what organizers changed.
 * Nothing here is a command or a server; both are built of these parts.
 */
@NullMarked
package org.campaignbot.app.config;

import org.jspecify.annotations.NullMarked;
