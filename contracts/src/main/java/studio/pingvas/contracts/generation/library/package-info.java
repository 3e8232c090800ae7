/** Templates and prompt presets: what people write once and use again. */
package studio.pingvas.contracts.generation.library;
