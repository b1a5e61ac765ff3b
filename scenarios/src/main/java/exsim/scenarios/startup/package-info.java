/** Part of the build, not of the program: rewrites the packaged classes so that they start fast. */
package exsim.scenarios.startup;
