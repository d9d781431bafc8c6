/**
 * One class per command, and what commands share: options, texts, tables, JSON, progress. {@link CommandTree} is the way in.
 */
package org.quittance.cli.command;
