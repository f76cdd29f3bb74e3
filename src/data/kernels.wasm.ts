import {compileKernels} from "../../loaders/kernels.js";

process.stdout.write(await compileKernels());
