@org.jspecify.annotations.NullMarked
package org.campaignbot.content.maps;
