/**
 * The command line: starts in the framework, opens the workspace, runs one command and gives its exit code back. Commands
 * reach everything else as services.
 */
package org.quittance.cli;
