/** The signed webhook: one event in one HTTP request. */
@NullMarked
package org.campaignbot.app.crm;

import org.jspecify.annotations.NullMarked;
