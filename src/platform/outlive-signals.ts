// Ctrl-C reaches the whole group, and so may an orderly stop: the parent decides when this process ends. A module of its own,
// to be imported before native code, which takes half a second to load.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => {});
